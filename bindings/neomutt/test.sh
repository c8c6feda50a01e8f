#!/bin/bash
# neomutt sends in a terminal and from cron, with the settings of the README.
. "$SOURCE/tests/clients/common.sh"
. "$SOURCE/tests/clients/mutt.sh"
