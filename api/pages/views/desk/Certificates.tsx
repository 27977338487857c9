import { CertificateForm } from '../CertificateForm.tsx';
import type { DeskProps } from './DeskForm.tsx';
import { titleOf } from './Own.tsx';

/** The certificates that are asked of the office now, one for each period. */
export function Certificates({ opened, desk, once }: DeskProps) {
  const { writing, notice, path } = opened;
  return (
    <>
      {desk.certificates.map(({ processId, periodKey, silent, obligationId }) => (
        <>
          <h2>
            {titleOf(notice, processId)}, {writing.day(periodKey.slice(0, 10))}
          </h2>
          <CertificateForm
            writing={writing}
            action={path}
            once={`${once}-${obligationId}`}
            silent={silent}
            id={`${processId}-${periodKey}`}
            hidden={{ act: 'certify', process: processId, period: periodKey }}
          />
        </>
      ))}
    </>
  );
}
