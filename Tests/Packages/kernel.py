"""Runs a line in the kernel that was installed with the wheel."""

from jupyter_client.manager import start_new_kernel

manager, client = start_new_kernel(kernel_name="overfit", startup_timeout=30)
shown = []
client.execute_interactive(
    "print 1 + 1", timeout=30,
    output_hook=lambda news: shown.append(news["content"].get("data", {}).get("text/plain")))
client.stop_channels()
manager.shutdown_kernel()
assert "2" in shown, shown
