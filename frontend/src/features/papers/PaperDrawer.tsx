import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useId } from 'react';
import { show } from '../../lib/dates';
import { showMoment } from '../../lib/moment';
import { reprinted } from '../../lib/papers';
import { NONE } from '../../lib/text';
import type { Issued, Sealed } from '../../pickers/useSealed';
import { useDesk } from '../../ui/desk';
import { Overlay } from '../../ui/Overlay';
import { StatusTag } from '../../ui/StatusTag';
import { relatedWord } from './columns';
import { formWord } from './labels';
import { SignedFile } from './SignedFile';

interface Props {
  paper: Issued;
  sealed: Sealed;
  onClose: () => void;
  onCancel: () => void;
  onCopy: () => void;
}

/** Facts few papers have: they are left out where there are none. */
const ONLY_SOME = ['Quan hệ', 'Số liệu'];

/** One issued paper: all that the register knows of it, and what can be done with it. */
export function PaperDrawer({ paper, sealed, onClose, onCancel, onCopy }: Props) {
  const id = useId();
  const { can } = useDesk();
  const outside = paper.origin === 'ngoai';
  const facts: [string, string][] = [
    ['Trích yếu', paper.subject],
    ['Loại', paper.typeName],
    ['Thể thức', formWord(paper.form)],
    ['Cơ quan ban hành', paper.issuer],
    ['Người ký', paper.signer],
    ['Nơi nhận', paper.recipients.join('; ')],
    [
      'Số bản, số trang',
      [paper.copies > 0 ? `${paper.copies} bản` : '', paper.pages > 0 ? `${paper.pages} trang` : '']
        .filter(Boolean)
        .join(', '),
    ],
    [outside ? 'Ghi vào sổ' : 'Ban hành', [showMoment(paper.issuedAt), paper.issuedBy].filter(Boolean).join(', ')],
    ['Quan hệ', (paper.related ?? []).map(relatedWord).join('; ')],
    ['Số liệu', paper.estimate === true ? 'Số liệu ước, ban hành khi kỳ chưa hết' : ''],
    ['In lại', reprinted(paper.reprints)],
    ['Ghi chú', paper.note],
  ];
  return (
    <Overlay kind="drawer" labelledBy={id} onEscape={onClose}>
      <div className="cn-sheet-head">
        <h2 id={id}>
          {paper.symbol}, ngày {show(paper.day)}
        </h2>
        <button type="button" className="cn-icon-button" aria-label="Quay lại" onClick={onClose}>
          <CloseOutlined aria-hidden="true" />
        </button>
      </div>
      <div className="cn-sheet-body">
        {paper.cancelledAt !== '' && (
          <p>
            <StatusTag tone="bad">Đã hủy</StatusTag> {showMoment(paper.cancelledAt)}: {paper.cancelReason}. Số này không
            cấp lại.
          </p>
        )}
        {outside && (
          <p>
            <StatusTag tone="info">Ngoài chương trình</StatusTag> Soạn ở nơi khác, chỉ giữ số trong sổ; không có bản
            niêm phong.
          </p>
        )}
        {!outside && (
          <div className="cn-row">
            <Button
              type="primary"
              data-autofocus
              loading={sealed.busy === 'in_lai'}
              disabled={sealed.busy !== null}
              onClick={() => sealed.open(paper, 'in_lai')}
            >
              Mở bản đã ban hành
            </Button>
            <Button
              loading={sealed.busy === 'doi_chieu'}
              disabled={sealed.busy !== null}
              onClick={() => sealed.open(paper, 'doi_chieu')}
            >
              Đối chiếu số liệu
            </Button>
            {can('issuing.Copy') && paper.form === 'dang' && paper.cancelledAt === '' && (
              <Button onClick={onCopy}>Lập bản sao…</Button>
            )}
          </div>
        )}
        {!outside && (
          <p className="cn-soft">
            Mở bản đã ban hành là mở đúng tệp đã niêm phong và ghi thêm một lần in lại. Đối chiếu số liệu cho biết số
            nào nay đã khác.
          </p>
        )}
        {!outside && <SignedFile paper={paper} sealed={sealed} />}
        <dl className="cn-paper-facts">
          {facts
            .filter(([word, value]) => value !== '' || !ONLY_SOME.includes(word))
            .map(([word, value]) => (
              <div key={word}>
                <dt>{word}</dt>
                <dd>{value || NONE}</dd>
              </div>
            ))}
          {paper.proof !== '' && (
            <div>
              <dt>Mã kiểm tra</dt>
              <dd>{paper.proof}</dd>
            </div>
          )}
          {paper.hash !== '' && (
            <div>
              <dt>Mã niêm phong</dt>
              <dd className="cn-small">{paper.hash}</dd>
            </div>
          )}
        </dl>
      </div>
      <div className="cn-sheet-foot">
        {can('papers.Cancel') && paper.cancelledAt === '' ? (
          <Button danger onClick={onCancel}>
            Hủy văn bản…
          </Button>
        ) : (
          <span />
        )}
        <Button onClick={onClose}>Đóng</Button>
      </div>
    </Overlay>
  );
}
