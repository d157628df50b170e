import { Button } from 'antd';
import { showMoment } from '../lib/moment';
import type { Form } from './useForm';

/** Offers what was typed last time and not saved. */
export function DraftBar<V extends object>({ form }: { form: Form<V, unknown> }) {
  if (!form.waiting) return null;
  return (
    <div className="cn-draft" role="status">
      <span className="cn-grow">Có bản nháp chưa lưu, gõ lúc {showMoment(form.waiting.savedAt)}.</span>
      <Button onClick={form.takeDraft}>Dùng bản nháp</Button>
      <Button onClick={form.dropDraft}>Bỏ bản nháp</Button>
    </div>
  );
}
