"""Work shared among the processors of this machine. Must not know what the work is.

Processes are forked, so what they work on is neither copied nor packed; only what they come to is. Where forking is
not safe (macOS, Windows), the same work is done in this process.
"""

import gc
import os
import pickle
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from struct import Struct
from tempfile import TemporaryFile
from time import monotonic
from typing import Any, TypeVar

Item = TypeVar("Item")
Done = TypeVar("Done")
Outcome = tuple[object, Exception | None]
Seen = Callable[[int, int], None]

_CAN_FORK = sys.platform.startswith("linux")
_MOST = 8
# Pieces of work for which a process is worth its beginning.
FEWEST = 10
# Parts of very many items, of which a process takes one at a time.
_SHARES = 256
# How many pieces are done, of how many, as one process tells another: not so often that both do little else.
_SO_FAR, _PAUSE = Struct("qq"), 0.1


def unseen(_done: int, _total: int) -> None:
    """Tell nobody how much is done."""


def run_in_background(do: Callable[[], Done]) -> Callable[[], Done]:
    """Begin `do()` in another process; the function returned waits for it and returns, or raises, what it came to."""
    outcome = _begun(do)
    return lambda: _settled(outcome())


@contextmanager
def meanwhile(do: Callable[[], object], *, parallel: bool = True) -> Iterator[None]:
    """Do `do()` in another process while the block is worked on, after it if not `parallel`; raise what either raises.

    Whoever leaves the block by an error has waited: nobody is left writing into a folder that is about to be removed.
    """
    outcome = _begun(do) if parallel and _CAN_FORK else None
    try:
        yield
    finally:
        came = outcome() if outcome else None
    _settled(came or _outcome(do))


def apart(do: Callable[[Seen], Done], seen: Seen = unseen) -> Done:
    """Return `do(seen)`, done by another process: the memory that it takes ends with it. This one waits.

    What `seen` is called with there it is called with here, but for calls that follow another at once.
    """
    if not _CAN_FORK:
        return do(seen)
    reading, writing = os.pipe()
    outcome = _begun(partial(_telling, do, reading, writing))
    os.close(writing)
    try:
        with open(reading, "rb") as calls:
            while call := calls.read(_SO_FAR.size):
                seen(*_SO_FAR.unpack(call))
    finally:
        # Whoever is stopped here listens no more, which stops the other; nobody is left writing into a folder.
        came = outcome()
    done: Done = _settled(came)
    return done


def _telling(do: Callable[[Seen], Done], reading: int, writing: int) -> Done:
    os.close(reading)
    with open(writing, "wb", buffering=0) as calls:
        last = -_PAUSE

        def seen(done: int, total: int) -> None:
            nonlocal last
            if (now := monotonic()) >= last + _PAUSE:
                last = now
                calls.write(_SO_FAR.pack(done, total))

        return do(seen)


def parallel_map(
    do: Callable[[Item], Done], items: Sequence[Item], seen: Seen = unseen, fewest: int = FEWEST
) -> list[Done]:
    """Return `[do(item) for item in items]`, made by as many processes as there are processors, if each has `fewest`.

    Each process takes the next item when it is done with one, of very many items some at a time; of items that differ
    much, those that take long stand first. `seen` is told how many have been taken, of how many.
    """
    with TemporaryFile() as turns:
        take = partial(_done_in_turn, do, items, turns.fileno())
        begun = [_begun(take) for _ in range(1, _worth(len(items), fewest))]
        try:
            own = take(seen)
        finally:
            # Whoever is stopped here stops the others too; nobody is left writing into a folder about to be removed.
            os.lseek(turns.fileno(), len(items), os.SEEK_SET)
            outcomes = [outcome() for outcome in begun]
    came = {at: done for part in (own, *map(_settled, outcomes)) for at, done in part}
    return [came[at] for at in range(len(items))]


def parallel_shares(do: Callable[[Sequence[Item]], Done], items: Sequence[Item], fewest: int = FEWEST) -> list[Done]:
    """Return what `do` comes to for each share of the items: as many as there are processors, if each has `fewest`.

    What is learnt from one item of a share serves the others. Items are dealt in turn, so large ones first.
    """
    count = _worth(len(items), fewest)
    return parallel_map(do, [items[at::count] for at in range(count)], fewest=1)


def _some_of(left: int) -> int:
    """Return how many items to take at a time while so many are left, so that all processes end together.

    What neighbours among very many are about lies side by side in memory, of which a process copies what it touches.
    """
    return max(1, left // _SHARES)


def _worth(items: int, fewest: int) -> int:
    return max(1, min(_processors(), _MOST, items // fewest))


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if _CAN_FORK else 1


def _done_in_turn(
    do: Callable[[Item], Done], items: Sequence[Item], turns: int, seen: Seen = unseen
) -> list[tuple[int, Done]]:
    """Do the items that no other process has taken; return the place of each with what it came to.

    Processes forked from one share the place at which the open file `turns` is read, which moves on in one step.
    """
    done, some = [], _some_of(len(items))
    try:
        while (first := os.lseek(turns, some, os.SEEK_CUR) - some) < len(items):
            for at in range(first, min(first + some, len(items))):
                done.append((at, do(items[at])))
                seen(at + 1, len(items))
            some = _some_of(len(items) - first - some)
    except Exception:
        os.lseek(turns, len(items), os.SEEK_SET)  # nobody takes another
        raise
    return done


def _begun(do: Callable[[], object]) -> Callable[[], Outcome]:
    if not _CAN_FORK:
        return partial(_outcome, do)
    reading, writing = os.pipe()
    # Whoever looks for unused cycles among what there is by now touches it, and the machine copies what is touched.
    gc.freeze()
    process = os.fork()
    if process == 0:
        os.close(reading)
        _end_with(do, writing)
    os.close(writing)
    return partial(_awaited, process, reading)


def _end_with(do: Callable[[], object], writing: int) -> None:
    # Leaves without the ceremonies of an interpreter's end: they belong to the process that was forked.
    try:
        packed = pickle.dumps(_outcome(do))
        with open(writing, "wb") as out:
            out.write(packed)
    except (BrokenPipeError, KeyboardInterrupt):
        pass  # nobody waits any more: the command was stopped
    except BaseException:  # noqa: BLE001 - there is nobody above to hear of it
        traceback.print_exc()
    finally:
        os._exit(0)


def _outcome(do: Callable[[], object]) -> Outcome:
    try:
        return do(), None
    except Exception as error:  # noqa: BLE001 - raised again where it is awaited
        error.add_note(traceback.format_exc())
        return None, error


def _awaited(process: int, reading: int) -> Outcome:
    with open(reading, "rb") as came:
        packed = came.read()
    os.waitpid(process, 0)
    try:
        outcome: Outcome = pickle.loads(packed)  # noqa: S301 - written by the process that this one began
    except (EOFError, pickle.UnpicklingError):
        return None, RuntimeError("a process at work beside this one ended before its work did")
    return outcome


def _settled(outcome: Outcome) -> Any:
    done, error = outcome
    if error:
        raise error
    return done
