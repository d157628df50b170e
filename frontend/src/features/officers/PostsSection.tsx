import { Button } from 'antd';
import { useState } from 'react';
import type { Go } from '../../api/client';
import { show } from '../../lib/dates';
import { NONE } from '../../lib/text';
import { DataTable, type Column } from '../../ui/DataTable';
import { Section } from '../../ui/PageHeader';
import { StatusTag } from '../../ui/StatusTag';
import { lastDay } from './labels';
import { PostForm } from './PostForm';

type PostRow = Go.officers.PostRow;

const columns: Column<PostRow>[] = [
  { key: 'label', title: 'Chức vụ', kind: 'text', width: 17, render: (p) => p.label },
  { key: 'org', title: 'Cơ quan, tổ chức', kind: 'name', render: (p) => p.org || NONE },
  {
    key: 'from',
    title: 'Từ ngày',
    kind: 'day',
    width: 7.5,
    render: (p) => <span className="cn-nowrap">{show(p.validFrom) || 'không rõ'}</span>,
    sortBy: (p) => p.validFrom,
  },
  {
    key: 'to',
    title: 'Đến hết ngày',
    kind: 'day',
    width: 9,
    render: (p) =>
      p.current ? (
        <StatusTag tone="good">Đang giữ</StatusTag>
      ) : (
        <span className="cn-nowrap">{show(lastDay(p.validTo)) || NONE}</span>
      ),
  },
  { key: 'source', title: 'Căn cứ', kind: 'text', width: 14, render: (p) => p.source || NONE },
];

/** The posts over time; the one valid on a paper's day is what the paper prints. */
export function PostsSection({
  officerId,
  posts,
  editable,
}: {
  officerId: string;
  posts: PostRow[];
  editable: boolean;
}) {
  const [form, setForm] = useState<PostRow | 'new' | null>(null);
  return (
    <Section
      title="Chức vụ qua các thời kỳ"
      flush
      extra={editable && <Button onClick={() => setForm('new')}>Thêm chức vụ</Button>}
    >
      <DataTable
        paper={null}
        label="Chức vụ qua các thời kỳ"
        counted="chức vụ"
        fit="content"
        columns={columns}
        rows={posts}
        rowKey={(p) => p.id}
        onOpen={editable ? setForm : undefined}
        footer={
          editable && posts.length > 0 ? (
            <span className="cn-soft cn-small">Enter trên một dòng để sửa</span>
          ) : undefined
        }
      />
      {form !== null && (
        <PostForm
          officerId={officerId}
          post={form === 'new' ? null : form}
          hasOpen={posts.some((p) => p.validTo === '')}
          onClose={() => setForm(null)}
        />
      )}
    </Section>
  );
}
