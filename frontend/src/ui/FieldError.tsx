import './form.css';

/** What is wrong with a field. In a cell of a row it is one line; the whole of it shows while the cell is pointed at or in hand. */
export function FieldError({ id, children }: { id?: string; children: string }) {
  return (
    <div id={id} className="cn-field-error" role="alert" title={children}>
      <span>{children}</span>
    </div>
  );
}
