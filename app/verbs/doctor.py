"""`sotto doctor`: looks at everything, says what it finds, and changes nothing."""

from argparse import Namespace

from app.chat.checking import examine, examine_folder
from app.domain.errors import ArchiveMissing, SidecarLost, StoreDamaged
from app.domain.finding import Finding, Severity
from app.system.profile import Profile
from app.system.worker_thread import run_once
from app.verbs.advice import sentence_for
from app.verbs.exit_codes import EXIT_DAMAGED, EXIT_DONE
from app.verbs.opened import opened_profile, require_history
from app.verbs.told import Told

_LOG_GONE = Finding(
    "log",
    Severity.NOTICE,
    "The log of the newest writes was gone at the last start, so some of them may be lost.",
)


async def doctor(options: Namespace, profile: Profile) -> Told:
    require_history(profile)
    try:
        findings = await _examined(options, profile)
    except (StoreDamaged, ArchiveMissing, SidecarLost) as error:  # what lies around it can still be told
        unopened = Finding("opening", Severity.DAMAGE, sentence_for(error))
        findings = (unopened, *await run_once("examining the folder", lambda: examine_folder(profile)))
    is_damaged = any(finding.severity is Severity.DAMAGE for finding in findings)
    told = [each for each in findings if not options.quiet or each.severity is not Severity.GOOD]
    return Told(
        [f"{finding.severity:<6}  {finding.sentence}" for finding in told],
        [
            {"check": finding.check, "severity": finding.severity, "sentence": finding.sentence}
            for finding in findings
        ],
        EXIT_DAMAGED if is_damaged else EXIT_DONE,
    )


async def _examined(options: Namespace, profile: Profile) -> tuple[Finding, ...]:
    async with opened_profile(profile, options.answer, "sotto doctor") as opened:
        progress = options.aside.progress("Looking")
        found = await examine(opened.archive, profile, opened.entered.key, progress)
        options.aside.clear()
    return (*found.inside, *((_LOG_GONE,) if opened.log_was_gone else ()), *found.around)
