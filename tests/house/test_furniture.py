"""Each piece of furniture does its own work: views fetch and hand over, forms clean, actions change."""

import ast
from collections.abc import Iterator

from tests.house.kit import WRITES, Module, calls, dotted, product

# The post is a letter box under everybody's stairs: it is written to inside other rooms' actions.
KNOWS_NOBODY = {"post"}
MANAGERS = {"objects", "_default_manager", "_base_manager"}
FETCHES = {"get_object_or_404", "get_list_or_404", "aget_object_or_404"}


def part(name: str) -> Iterator[Module]:
    return (module for module in product() if name in module.furniture)


def writes(module: Module, verbs: set[str]) -> list[str]:
    return [
        module.at(call, f"writes with .{call.func.attr}()")
        for call in calls(module.tree)
        if isinstance(call.func, ast.Attribute) and call.func.attr in verbs
    ]


def test_views_fetch_only_through_queries_that_know_who_is_asking():
    reaching = [
        module.at(node, f"reaches for .{node.attr}; ask a function of queries.py")
        for module in part("views")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute) and node.attr in MANAGERS
    ]
    assert not reaching, "\n".join(reaching)


def test_views_never_hand_a_whole_model_to_get_object_or_404():
    whole = [
        module.at(call, "fetches from all there are; pass what this practitioner may see")
        for module in part("views")
        for call in calls(module.tree)
        if dotted(call.func).rpartition(".")[2] in FETCHES
        and call.args
        and dotted(call.args[0]).rpartition(".")[2][:1].isupper()
    ]
    assert not whole, "\n".join(whole)


def test_views_never_write():
    written = [fault for module in part("views") for fault in writes(module, WRITES | {"update"})]
    assert not written, "\n".join(written)


def test_forms_never_write():
    written = [fault for module in part("forms") for fault in writes(module, WRITES)]
    assert not written, "\n".join(written)


def test_queries_never_write():
    written = [fault for module in part("queries") for fault in writes(module, WRITES)]
    assert not written, "\n".join(written)


def test_actions_take_only_named_arguments_and_are_told_by_whom_and_when():
    faults = [
        fault
        for module in part("actions")
        if module.room not in KNOWS_NOBODY
        for action in public_functions(module.tree)
        for fault in faults_in_signature(module, action)
    ]
    assert not faults, "\n".join(faults)


def test_actions_keep_all_or_nothing():
    loose = [
        module.at(action, f"{action.name} is not @transaction.atomic")
        for module in part("actions")
        if module.room not in KNOWS_NOBODY
        for action in public_functions(module.tree)
        if not any(is_atomic(decorator) for decorator in action.decorator_list)
    ]
    assert not loose, "\n".join(loose)


def public_functions(tree: ast.Module) -> list[ast.FunctionDef]:
    return [node for node in tree.body if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")]


def faults_in_signature(module: Module, action: ast.FunctionDef) -> list[str]:
    given, named = action.args, {argument.arg for argument in action.args.kwonlyargs}
    faults = [f"is not told `{name}`" for name in ("by", "now") if name not in named]
    if given.args or given.posonlyargs or given.vararg:
        faults.append("takes arguments by position")
    return [module.at(action, f"{action.name} {fault}") for fault in faults]


def is_atomic(decorator: ast.expr) -> bool:
    plain = decorator.func if isinstance(decorator, ast.Call) else decorator
    return dotted(plain).rpartition(".")[2] == "atomic"
