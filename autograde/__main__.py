"""`python -m autograde`: works from Python 3.6 up to the point of saying that it is too old."""

import os
import sys

MESSAGES = {
    "es": {
        "old": "Hace falta Python 3.11, 3.12 o 3.13 y este es {version}. Instale uno de ellos "
        "(https://www.python.org) y repita la orden con él.",
        "missing": "Falta {name}. Ejecute primero: {python} -m autograde setup",
    },
    "en": {
        "old": "Python 3.11, 3.12 or 3.13 is needed and this is {version}. Install one of them "
        "(https://www.python.org) and repeat the command with it.",
        "missing": "{name} is missing. First run: {python} -m autograde setup",
    },
}


def main():
    words = MESSAGES.get(os.environ.get("COURSE_LANG", "es"), MESSAGES["es"])
    if not (3, 11) <= sys.version_info[:2] <= (3, 13):
        sys.exit(words["old"].format(version=sys.version.split()[0]))
    if sys.argv[1:2] == ["setup"]:
        from autograde.setup import setup

        sys.exit(setup())
    try:
        from autograde import cli
    except ModuleNotFoundError as error:
        sys.exit(words["missing"].format(name=error.name, python=sys.executable))
    cli.main(prog_name="python -m autograde")


if __name__ == "__main__":
    main()
