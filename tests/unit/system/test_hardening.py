from tests.fixtures.child_program import StartChild

HARDEN = """
    import ctypes, os, resource
    from app.system.hardening import harden_process

    PR_GET_DUMPABLE = 3
    os.umask(0)
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
    {act}
    dumpable = ctypes.CDLL(None).prctl(PR_GET_DUMPABLE)
    print(oct(os.umask(0)), resource.getrlimit(resource.RLIMIT_CORE) == (0, 0), dumpable)
"""


def test_files_are_private_and_memory_is_never_dumped(child: StartChild) -> None:
    assert child(HARDEN.format(act="harden_process()")).ends() == "0o77 True 0"


def test_without_it_neither_holds(child: StartChild) -> None:
    umask, _, dumpable = child(HARDEN.format(act="")).ends().split()
    assert (umask, dumpable) == ("0o0", "1")


def test_it_may_be_done_twice(child: StartChild) -> None:
    assert child(HARDEN.format(act="harden_process(); harden_process()")).ends() == "0o77 True 0"
