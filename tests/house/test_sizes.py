"""What is too long to read at once is two things."""

import ast
from pathlib import PurePath
from statistics import median

from tests.house.kit import Module, everything, functions, product

LONGEST_MODULE, LONGEST_TEST_MODULE, LONGEST_FUNCTION, USUAL_FUNCTION = 300, 500, 60, 10


def test_no_module_is_longer_than_a_few_pages():
    long = [f"{m.name}: {lines(m)} lines" for m in everything() if lines(m) > longest(m)]
    assert not long, "\n".join(long)


def test_no_function_is_longer_than_a_page():
    long = [
        module.at(function, f"{function.name} has {function.end_lineno - function.lineno + 1} lines")
        for module in everything()
        for function in functions(module.tree)
        if function.end_lineno and function.end_lineno - function.lineno >= LONGEST_FUNCTION
    ]
    assert not long, "\n".join(long)


def test_functions_are_usually_short():
    sizes = [(f.end_lineno or f.lineno) - f.lineno + 1 for m in product() for f in functions(m.tree)]
    assert median(sizes) < USUAL_FUNCTION


def test_no_module_is_a_drawer_for_everything():
    drawers = [m.name for m in everything() if {"utils", "util", "helpers", "misc"} & set(names(m))]
    assert not drawers, "\n".join(drawers)


def test_every_module_says_what_it_is():
    silent = [module.name for module in everything() if module.tree.body and not says(module)]
    assert not silent, "\n".join(silent)


def lines(module: Module) -> int:
    return len(module.text.splitlines())


def longest(module: Module) -> int:
    return LONGEST_TEST_MODULE if module.name.startswith("tests/") else LONGEST_MODULE


def names(module: Module) -> tuple[str, ...]:
    return PurePath(module.name).with_suffix("").parts


def says(module: Module) -> bool:
    return bool(ast.get_docstring(module.tree))
