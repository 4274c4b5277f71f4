"""The clock, the environment and the outside are met at the doors of the house and nowhere else."""

import ast

from tests.house.kit import Module, calls, dotted, imported, product

CLOCK = {
    "timezone.now",
    "timezone.localdate",
    "timezone.localtime",
    "datetime.now",
    "datetime.utcnow",
    "datetime.today",
    "date.today",
    "time.time",
    "time.localtime",
    "time.gmtime",
}
# Called with a moment these only convert it.
CONVERT = {"timezone.localdate", "timezone.localtime", "time.localtime", "time.gmtime"}
READS_THE_CLOCK = {"views", "api", "middleware", "adapters", "commands", "delivery"}
ROOMS_WITH_A_CLOCK = {"site", "demo"}
AT_THE_WIRE = ("socket", "smtplib", "urllib.request", "http.client", "requests", "httpx")


def test_only_the_site_reads_the_environment():
    read = [
        module.at(node, f"reads the environment ({name})")
        for module in product()
        if module.room != "site"
        for node, name in [*named(module), *imported(module.tree)]
        if name in {"os.environ", "os.getenv", "os.environb"}
    ]
    assert not read, "\n".join(read)


def test_only_doors_read_the_clock():
    read = [fault for module in product() if not at_the_door(module) for fault in clock_readings(module)]
    assert not read, "\n".join(read)


def test_no_field_stamps_itself():
    stamped = [
        module.at(keyword.value, f"{keyword.arg}: an action is told `now` and writes it")
        for module in product()
        for call in calls(module.tree)
        for keyword in call.keywords
        if keyword.arg in {"auto_now", "auto_now_add"}
    ]
    assert not stamped, "\n".join(stamped)


def test_only_the_post_and_the_command_line_reach_out():
    reached = [
        module.at(node, f"imports {name}")
        for module in product()
        if module.room not in {"post", "site"}
        for node, name in imported(module.tree)
        if f"{name}.".startswith(tuple(f"{wire}." for wire in AT_THE_WIRE))
    ]
    assert not reached, "\n".join(reached)


def at_the_door(module: Module) -> bool:
    return module.room in ROOMS_WITH_A_CLOCK or bool(module.furniture & READS_THE_CLOCK)


def named(module: Module) -> list[tuple[ast.AST, str]]:
    return [(node, dotted(node)) for node in ast.walk(module.tree) if isinstance(node, ast.Attribute)]


def clock_readings(module: Module) -> list[str]:
    converting = {
        id(call.func) for call in calls(module.tree) if call.args and clock_name(dotted(call.func)) in CONVERT
    }
    return [
        module.at(node, f"reads the clock ({name}); be told `now`")
        for node, name in named(module)
        if clock_name(name) in CLOCK and id(node) not in converting
    ]


def clock_name(name: str) -> str:
    """Give the last two parts, so that datetime.datetime.now is datetime.now."""
    return ".".join(name.split(".")[-2:])
