import { Button } from 'antd';
import { useRef, type ReactNode } from 'react';

interface Props {
  /** Of the hidden input, for screen readers and stories. */
  label: string;
  accept: string;
  busy: boolean;
  onFile: (file: File) => void;
  children: ReactNode;
}

/** A button that lets one choose a file. Choosing the same file again counts. */
export function FileButton({ label, accept, busy, onFile, children }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button loading={busy} onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept={accept}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
}
