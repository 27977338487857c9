import { describe, expect, it } from 'vitest';
import {
  addresseesOf,
  holderOf,
  owing,
  parties,
  partyTitle,
  supervisorChain,
} from '../../../domain/notice/roster.ts';
import { noticeOf, SMALL_TEXT, smallWith, TRIEU_SON_TEXT } from '../../data/noticeFiles.ts';

const small = noticeOf(SMALL_TEXT);
const trieuSon = noticeOf(TRIEU_SON_TEXT);

describe('the roster of a notice', () => {
  it('lists positions, then units, in the order of the file', () => {
    expect(parties(small).map(({ id, kind }) => `${kind} ${id}`)).toEqual([
      'position chair',
      'position deputy',
      'position secretary',
      'unit north',
      'unit south',
    ]);
  });

  it('resolves who owes in the order of the file, each once', () => {
    const owes = { parties: ['south', 'secretary'], members: true, unitKinds: ['branch'] };
    expect(owing(small, owes)).toEqual(['secretary', 'north', 'south']);
    expect(owing(small, { ...owes, except: ['north'] })).toEqual(['secretary', 'south']);
    expect(owing(small, {})).toEqual([]);
  });

  it('counts a head of a subcommittee beside the same person as a member', () => {
    const owes = owing(trieuSon, { members: true, subcommittees: true });
    const held = owes.filter((id) => holderOf(trieuSon, id)?.id === 'truong-ban-tuyen-giao');
    expect(held).toEqual(['truong-ban-tuyen-giao', 'truong-tieu-ban-tuyen-truyen']);
  });

  it('knows the holder of a post, and that a vacant one has none', () => {
    expect(holderOf(small, 'secretary')?.name).toBe('Boris');
    expect(holderOf(trieuSon, 'bi-thu-huyen-doan')).toBeNull();
    expect(() => holderOf(small, 'north')).toThrow('no position "north"');
  });

  it('sends a unit’s letters to all its addressees, a vacant post’s to nobody', () => {
    expect(addresseesOf(trieuSon, 'an-nong').map(({ id }) => id)).toEqual([
      'dang-uy-an-nong',
      'ubnd-an-nong',
    ]);
    expect(addresseesOf(small, 'chair').map(({ id }) => id)).toEqual(['ana']);
    expect(addresseesOf(trieuSon, 'bi-thu-huyen-doan')).toEqual([]);
  });

  it('climbs to the chair, nobody twice', () => {
    expect(supervisorChain(small, 'secretary')).toEqual(['deputy', 'chair']);
    expect(supervisorChain(small, 'chair')).toEqual([]);
    expect(supervisorChain(trieuSon, 'truong-cum-1')).toEqual(['truong-ban']);
    expect(supervisorChain(trieuSon, 'truong-phong-tn-mt')).toEqual([
      'pho-bi-thu-chu-tich',
      'truong-ban',
    ]);
  });

  it('puts a unit under the deputy whose signed list names it', () => {
    expect(supervisorChain(small, 'north')).toEqual(['deputy', 'chair']);
    expect(supervisorChain(small, 'south')).toEqual(['secretary', 'deputy', 'chair']);
  });

  it('leaves a list that is only assumed out of the chain', () => {
    const signed = 'provenance: { source: office, by: the chair }';
    const assumed = 'provenance: { source: assumed, why: not signed }';
    const waiting = noticeOf(smallWith([signed, assumed]));
    expect(supervisorChain(waiting, 'north')).toEqual([]);
    const ownWord = '{ deputy: deputy, units: [north] }';
    const north = noticeOf(
      smallWith([signed, assumed], [ownWord, ownWord.replace(' }', `, ${signed} }`)]),
    );
    expect(supervisorChain(north, 'north')).toEqual(['deputy', 'chair']);
    expect(supervisorChain(north, 'south')).toEqual([]);
  });

  it('names parties, and refuses ids that are none', () => {
    expect(partyTitle(small, 'south')).toBe('South branch');
    expect(partyTitle(small, 'deputy')).toBe('Deputy');
    expect(() => partyTitle(small, 'nobody')).toThrow('no party "nobody"');
    expect(() => supervisorChain(small, 'nobody')).toThrow('no party "nobody"');
  });
});
