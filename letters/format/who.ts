/** A post and who holds it, once where one of them says the other: 'Trưởng cụm số 1 (Nguyễn Văn A)'. */
export function whoHolds(post: string, holder: string): string {
  if (holder === '' || post.includes(holder)) return post;
  return holder.includes(post) ? holder : `${post} (${holder})`;
}
