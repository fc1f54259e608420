from app.exchange import distant_files, export_frames, frames, piece_frames


def test_every_frame_is_of_a_kind_of_its_own() -> None:
    kinds = [
        *(distant_files.READ, distant_files.CONTENT, distant_files.FAILED),
        *(export_frames.EXPORT, export_frames.ORIGIN, export_frames.END, export_frames.OVERSIZED),
        *(piece_frames.HEAD, piece_frames.ITEM, piece_frames.BYTES, piece_frames.SKIPPED, frames.REFUSED),
    ]
    assert len(set(kinds)) == len(kinds)
    assert all(len(kind) == 1 for kind in kinds)
