import { titleOf } from '../../titleOf.ts';
import { CertificateForm } from '../CertificateForm.tsx';
import type { DeskProps } from './DeskForm.tsx';

/** The certificates that are asked of the office now, one for each period. */
export function Certificates(props: DeskProps) {
  const { opened, desk, once, refused } = props;
  const { writing, notice, path } = opened;
  return (
    <>
      {desk.certificates.map(({ processId, periodKey, silent, obligationId }) => {
        const id = `certify-${obligationId}`;
        return (
          <CertificateForm
            writing={writing}
            action={path}
            once={`${once}-${id}`}
            silent={silent}
            id={id}
            about={`${titleOf(notice, processId)}, ${writing.periodOf({ periodKey, lastDay: periodKey })}`}
            hidden={{ form: id, act: 'certify', process: processId, period: periodKey }}
            faults={refused?.id === id ? refused.faults : []}
          />
        );
      })}
    </>
  );
}
