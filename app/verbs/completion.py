"""`sotto completion`: how a shell completes what is typed, written from the parser's own words."""

from collections.abc import Callable, Iterator
from types import MappingProxyType

from app.verbs.command import command_parser
from app.verbs.grammar import Level, Operand, Value, grammar_of

_BASH_VALUES = MappingProxyType(
    {
        Value.FILE: 'compopt -o filenames 2> /dev/null; COMPREPLY=( $(compgen -f -- "$current") )',
        Value.FOLDER: 'compopt -o filenames 2> /dev/null; COMPREPLY=( $(compgen -d -- "$current") )',
        Value.TEXT: ":",
    }
)
_ZSH_VALUES = MappingProxyType({Value.FILE: "_files", Value.FOLDER: "_files -/", Value.TEXT: ":"})


def completion(shell: str) -> str:
    """Return the script for a shell."""
    command = grammar_of(command_parser())
    writing = {"bash": _bash, "zsh": _zsh, "fish": _fish}[shell]
    return "\n".join(writing(command)) + "\n"


def _bash(command: Level) -> Iterator[str]:
    yield "# bash completion for sotto"
    yield "_sotto() {"
    yield '    local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}"'
    yield '    local IFS=$\'\\n\' place="" word skip=""'
    yield "    COMPREPLY=()"
    yield '    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do'
    yield from _walk(command)
    yield "    done"
    yield '    case "$place:$previous" in'
    yield from _values(command, lambda each: f"{_bash_value(each)}; return")
    yield "    esac"
    yield "    if [[ $current == -* ]]; then word=options; else word=words; fi"
    yield '    case "$place:$word" in'
    for level in command.all():
        options = "\\n".join(name for each in level.options for name in each.names)
        yield f"        {_quoted(_place(level) + ':options')}) {_bash_words(options)};;"
        yield f"        {_quoted(_place(level) + ':words')}) {_bash_operands(level)};;"
    yield "    esac"
    yield "}"
    yield "complete -F _sotto sotto"


def _zsh(command: Level) -> Iterator[str]:
    yield "#compdef sotto"
    yield "# zsh completion for sotto"
    yield "_sotto() {"
    yield '    local place="" word skip=""'
    yield "    local -a found"
    yield '    for word in "${(@)words[2,CURRENT-1]}"; do'
    yield from _walk(command)
    yield "    done"
    yield '    case "$place:$words[CURRENT-1]" in'
    yield from _values(command, lambda each: f"{_zsh_value(each)}; return")
    yield "    esac"
    yield "    if [[ $PREFIX == -* ]]; then word=options; else word=words; fi"
    yield '    case "$place:$word" in'
    for level in command.all():
        options = [(name, each.help) for each in level.options for name in each.names]
        yield f"        {_quoted(_place(level) + ':options')}) {_zsh_described(options)};;"
        yield f"        {_quoted(_place(level) + ':words')}) {_zsh_operands(level)};;"
    yield "    esac"
    yield "}"
    yield 'if [[ $zsh_eval_context[-1] == loadautofunc ]]; then _sotto "$@"; else compdef _sotto sotto; fi'


def _fish(command: Level) -> Iterator[str]:
    yield "# fish completion for sotto"
    yield "complete -c sotto -f"
    for level in command.all():
        here = _fish_condition(level)
        for below in level.below:
            yield f"complete -c sotto -n {here} -a {below.path[-1]} -d {_quoted(below.help)}"
        for each in level.operands:
            if each.choices:
                yield f"complete -c sotto -n {here} -a {_quoted(' '.join(each.choices))}"
            elif each.value in (Value.FILE, Value.FOLDER):
                yield f"complete -c sotto -n {here} -F"
        for each in level.options:
            yield f"complete -c sotto -n {here} {_fish_option(each)} -d {_quoted(each.help)}"


def _walk(command: Level) -> Iterator[str]:
    """Find out, word by word, which verb is meant; what an option takes is no verb."""
    yield '        if [[ -n $skip ]]; then skip=""; continue; fi'
    yield '        case "$place:$word" in'
    deeper = [
        _quoted(f"{_place(level)}:{below.path[-1]}") for level in command.all() for below in level.below
    ]
    yield f'            {"|".join(deeper)}) place="$place $word";;'
    taking = [
        _quoted(f"{_place(level)}:{name}")
        for level in command.all()
        for each in level.options
        if each.value is not Value.NONE and not each.is_optional
        for name in each.names
    ]
    yield f"            {'|'.join(taking)}) skip=1;;"
    yield "        esac"


def _values(command: Level, written: Callable[[Operand], str]) -> Iterator[str]:
    for level in command.all():
        for each in level.options:
            if each.value is not Value.NONE and not each.is_optional:
                places = "|".join(_quoted(f"{_place(level)}:{name}") for name in each.names)
                yield f"        {places}) {written(each)};;"


def _place(level: Level) -> str:
    return "".join(f" {word}" for word in level.path)


def _bash_value(each: Operand) -> str:
    return _bash_words("\\n".join(each.choices)) if each.choices else _BASH_VALUES[each.value]


def _bash_words(words: str) -> str:
    return f"COMPREPLY=( $(compgen -W $'{words}' -- \"$current\") )"


def _bash_operands(level: Level) -> str:
    words = [below.path[-1] for below in level.below]
    words += [choice for each in level.operands for choice in each.choices]
    if words:
        return _bash_words("\\n".join(words))
    return _BASH_VALUES[level.operands[0].value] if level.operands else ":"


def _zsh_value(each: Operand) -> str:
    return f"compadd -- {' '.join(each.choices)}" if each.choices else _ZSH_VALUES[each.value]


def _zsh_described(words: list[tuple[str, str]]) -> str:
    pairs = " ".join(_quoted(f"{word}:{about}" if about else word) for word, about in words)
    return f"found=({pairs}); _describe word found" if words else ":"


def _zsh_operands(level: Level) -> str:
    words = [(below.path[-1], below.help) for below in level.below]
    words += [(choice, "") for each in level.operands for choice in each.choices]
    if words:
        return _zsh_described(words)
    return _ZSH_VALUES[level.operands[0].value] if level.operands else ":"


def _fish_condition(level: Level) -> str:
    if not level.path:
        return "__fish_use_subcommand"
    seen = [f"__fish_seen_subcommand_from {word}" for word in level.path]
    if level.below:
        seen.append("not __fish_seen_subcommand_from " + " ".join(below.path[-1] for below in level.below))
    return _quoted("; and ".join(seen))


def _fish_option(each: Operand) -> str:
    names = " ".join(f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in each.names)
    if each.choices:
        return f"{names} -x -a {_quoted(' '.join(each.choices))}"
    takes = {Value.NONE: "", Value.TEXT: " -x", Value.FILE: " -r -F", Value.FOLDER: " -r -F"}[each.value]
    return names if each.is_optional else f"{names}{takes}"


def _quoted(text: str) -> str:
    """Return one word of any of the three shells. An apostrophe becomes typographic."""
    return "'" + text.replace("\\", "/").replace("'", "\N{RIGHT SINGLE QUOTATION MARK}") + "'"
