"""`sotto salvage`: brings what a damaged archive still holds into a folder of its own."""

from argparse import Namespace
from dataclasses import asdict

from app.chat.way_in import enter
from app.credentials.sidecar_files import require_sidecar, write_sidecar
from app.domain.salvage_report import Gap
from app.opening import new_ids
from app.store import salvage as reading
from app.system.clock import now_us
from app.system.profile import Profile
from app.system.profile_lock import ProfileLock, take_profile
from app.verbs.empty_place import empty_place
from app.verbs.told import Told


async def salvage(options: Namespace, profile: Profile) -> Told:
    """Bring what can be read into a folder of its own. The damaged file is left as it is."""
    place = empty_place(options.to)
    lock, other = ProfileLock(profile.lock), ProfileLock(place.lock)
    take_profile(profile, lock, "sotto salvage")
    take_profile(place, other, "sotto salvage")
    try:
        key = enter(profile, options.answer, new_ids().next).key.key_and_salt
        report = reading.salvage(profile.archive, place.archive, key, now=now_us(), new_id=new_ids().next)
        write_sidecar(place, require_sidecar(profile))
    finally:
        other.release()
        lock.release()
    lines = [f"What could be read is in {place.folder}: {report.rows} rows."]
    if not report.is_whole:
        lines += [f"Unread: {gap.table}{_span(gap)}." for gap in report.gaps]
        lines.append(f"{report.places} messages are lost; their places are kept.")
        lines.append(f"{report.dropped} rows belonged to something lost and were left out.")
        lines.append(f"{report.loose_ends} conversations were made for what nothing led to any more.")
    return Told(lines, {"folder": str(place.folder), **asdict(report)})


def _span(gap: Gap) -> str:
    return "" if gap.first is None else f", numbers {gap.first} to {gap.last}"
