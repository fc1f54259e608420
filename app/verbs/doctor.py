"""`sotto doctor`: looks at everything, says what it finds, and changes nothing."""

from argparse import Namespace

from app.chat.checking import examine
from app.domain.finding import Severity
from app.system.profile import Profile
from app.verbs.exit_codes import EXIT_DAMAGED, EXIT_DONE
from app.verbs.opened import opened_profile
from app.verbs.told import Told


async def doctor(options: Namespace, profile: Profile) -> Told:
    async with opened_profile(profile, options.answer, "sotto doctor") as opened:
        progress = options.aside.progress("Looking")
        findings = (await examine(opened.archive, profile, progress)).findings
        options.aside.clear()
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
