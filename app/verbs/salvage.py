"""`sotto salvage`: brings what a damaged archive still holds into a folder of its own."""

from argparse import Namespace
from dataclasses import asdict

from app.chat.rescuing import rescue
from app.chat.way_in import enter
from app.domain.salvage_report import Gap
from app.domain.ways import Way
from app.opening import new_ids
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
        report = rescue(profile, place, options.answer, now=now_us(), new_id=new_ids().next)
        if options.answer.way is Way.KEYRING:  # from now on it knows of both folders
            enter(place, options.answer, new_ids().next)
    finally:
        other.release()
        lock.release()
    lines = [f"What could be read is in {place.folder}."]
    lines.append(f"Conversations: {report.conversations}. Messages: {report.messages}.")
    if not report.is_whole:
        lines += [f"Unread: {gap.table}{_span(gap)}." for gap in report.gaps]
        lines.append(f"{report.places} messages are lost; their places are kept.")
        lines.append(f"{report.dropped} rows belonged to something lost and were left out.")
        lines.append(f"{report.loose_ends} conversations were made for what nothing led to any more.")
    return Told(lines, {"folder": str(place.folder), **asdict(report)}, is_answer=False)


def _span(gap: Gap) -> str:
    if gap.first is None:
        return ""
    return f", numbers from {gap.first} on" if gap.last is None else f", numbers {gap.first} to {gap.last}"
