"""The suite that Jupyter has for every kernel, jupyter_kernel_test, over this one."""

import os
import sys
import tempfile
import unittest

import jupyter_kernel_test
from kernels import install

FOLDER = tempfile.TemporaryDirectory()
PREFIX = FOLDER.name
install(PREFIX)
os.environ["JUPYTER_PATH"] = os.path.join(PREFIX, "share/jupyter")


class OverfitTests(jupyter_kernel_test.KernelTests):
    kernel_name = "overfit"
    language_name = "overfit"
    file_extension = ".overfit"
    code_display_data = [
        {"code": "data circles points=20\nplot data", "mime": "text/plain"},
        {"code": "plot data", "mime": "image/svg+xml"},
    ]
    completion_samples = [
        {"text": "trai", "matches": {"train"}},
        {"text": "data circ", "matches": {"circles"}},
        {"text": "train epo", "matches": {"epochs="}},
    ]
    complete_code_samples = ["print 1", "", "for x in 1, 2\n  print x\nend", "data circles # a"]
    incomplete_code_samples = ["for x in 1, 2", "print (1 +", "print \\", "for x in 1\n  print x"]
    invalid_code_samples = ["print )", "print 1 +", "end"]
    code_generate_error = "nonsense"
    code_inspect_sample = "train"
    code_clear_output = ""
    supported_history_operations = ("tail", "range", "search")
    code_history_pattern = "print 1?"

    def test_history(self):
        # A result is a display here, since a cell may have several; the suite goes by results alone.
        self.code_execute_result = [{"code": "print 1"}, {"code": "print 12"}]
        super().test_history()


if __name__ == "__main__":
    sys.argv[1:] = ["--quiet"]
    unittest.main()
