"""What happens beside the steps: the progress bar, and checkpoints that outlive kill -9."""

import os
import shutil
import time
from contextlib import ExitStack
from pathlib import Path

from accelerate import PartialState
from accelerate.utils import broadcast_object_list
from transformers import TrainerCallback

from neural import cli
from neural.training import device

WHOLE = "whole"  # the file that is written last into a checkpoint


class Progress(TrainerCallback):
    """A bar with the loss, the tokens a second, learned ones and all, and the peak of memory."""

    def __init__(self, trainer):
        self.trainer, self.stack, self.loss = trainer, ExitStack(), ""

    def on_train_begin(self, args, state, control, **kwargs):
        resumed = f", from step {state.global_step}" if state.global_step else ""
        what = f"training, {args.num_train_epochs:g} epochs{resumed}"
        steps = state.max_steps - state.global_step
        self.advance = self.stack.enter_context(cli.progress(what, steps))
        self.began = time.monotonic()

    def on_log(self, args, state, control, logs=None, **kwargs):
        if "loss" in (logs or {}):
            self.loss = f"loss {logs['loss']:.4f} "

    def on_step_end(self, args, state, control, **kwargs):
        seconds = time.monotonic() - self.began
        learned, seen = self.trainer.learned / seconds, self.trainer.seen / seconds
        memory = device.peak(args.device.type) / 1e9
        self.advance(
            1, f"{self.loss}{learned:,.0f} answer tokens/s ({seen:,.0f} in all) {memory:.1f} GB"
        )

    def on_train_end(self, args, state, control, **kwargs):
        self.stack.close()


class Checkpoints(TrainerCallback):
    """Saves every `seconds`, only where a loss was just logged: so a resumed run's log, too, is
    that of an undisturbed one. A checkpoint counts once all of it is on disk."""

    def __init__(self, seconds: float):
        self.seconds, self.last = seconds, time.monotonic()

    def on_step_end(self, args, state, control, **kwargs):
        if control.should_log and state.global_step < state.max_steps:
            due = [time.monotonic() - self.last >= self.seconds]
            broadcast_object_list(due)  # clocks differ, but all processes must save together
            control.should_save = control.should_save or due[0]
        return control

    def on_save(self, args, state, control, **kwargs):
        self.last = time.monotonic()
        PartialState().wait_for_everyone()  # each process writes its random state
        if not state.is_world_process_zero:
            return
        folder = Path(args.output_dir) / f"checkpoint-{state.global_step}"
        for path in [*folder.iterdir(), folder]:
            handle = os.open(path, os.O_RDONLY)
            os.fsync(handle)
            os.close(handle)
        (folder / WHOLE).touch()


def newest(folder: Path) -> Path | None:
    """The last whole checkpoint; the others that were cut off while being written are removed."""
    found = {}
    for path in folder.glob("checkpoint-*"):
        if (path / WHOLE).exists():
            found[int(path.name.rpartition("-")[2])] = path
        else:
            shutil.rmtree(path)
    return found[max(found)] if found else None
