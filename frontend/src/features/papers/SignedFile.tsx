import { Button } from 'antd';
import { useState } from 'react';
import { showMoment } from '../../lib/moment';
import type { Issued, Sealed } from '../../pickers/useSealed';
import { useDesk } from '../../ui/desk';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { useNotice } from '../../ui/notices';
import { StatusTag } from '../../ui/StatusTag';
import { FileButton } from './FileButton';
import { useReceiveSigned } from './queries';

/** The file signed outside with the office's token, beside the sealed one: taken in, and opened again. */
export function SignedFile({ paper, sealed }: { paper: Issued; sealed: Sealed }) {
  const { can } = useDesk();
  const say = useNotice();
  const receive = useReceiveSigned();
  const [refused, setRefused] = useState<unknown>(null);
  const takes = can('issuing.ReceiveSigned') && paper.cancelledAt === '';
  const take = (file: File) => {
    setRefused(null);
    receive.mutate(
      { id: paper.id, file },
      { onSuccess: () => say.done(`Đã nhận bản đã ký của ${paper.symbol}.`), onError: setRefused },
    );
  };
  if (!takes && paper.signedAt === '') return null;
  return (
    <div className="cn-stack">
      <div className="cn-row">
        {paper.signedAt !== '' && (
          <>
            <StatusTag tone="good">Đã ký số</StatusTag> nhận {showMoment(paper.signedAt)}
            <Button
              loading={sealed.busy === 'da_ky'}
              disabled={sealed.busy !== null}
              onClick={() => sealed.open(paper, 'da_ky')}
            >
              Mở bản đã ký
            </Button>
          </>
        )}
        {takes && (
          <FileButton label="Tệp PDF đã ký số" accept=".pdf" busy={receive.isPending} onFile={take}>
            Nhận bản đã ký…
          </FileButton>
        )}
      </div>
      {refused !== null && <ErrorNotice error={refused} />}
      {takes && paper.signedAt === '' && (
        <p className="cn-soft">
          Lưu bản đã ban hành ra tệp, ký số bằng phần mềm và thiết bị của cơ quan, rồi nhận lại ở đây: chương trình đối
          chiếu từng byte để chắc tệp ký đúng là bản này.
        </p>
      )}
    </div>
  );
}
