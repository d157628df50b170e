import { RoomTabs } from '../../ui/RoomTabs';

/** The parts of one session. */
export function SessionTabs({ id }: { id: string }) {
  return (
    <RoomTabs
      label="Các phần của phiên họp"
      tabs={[
        { to: `/phien-hop/${id}`, label: 'Chương trình, thành phần' },
        { to: `/phien-hop/${id}/ho-so`, label: 'Hồ sơ, văn bản', needs: 'issuing.Dossier' },
      ]}
    />
  );
}
