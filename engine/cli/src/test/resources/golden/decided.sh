#!/bin/sh
# How to repair what Penstock 1.2.3 found at 2026-03-01 10:15:33 +00:00 in account 123456789012.
# Nothing was executed: every command below is commented out. Read each, take the "# " before it
# away where you agree; "aws sts get-caller-identity" tells whose credentials the shell has.

# ==== m.control.keys: Control keys should hold

# Alarm: expired
# Reason: expired has 2 keys. [exemption migration of migration expired on 2026-02-28]
# No commands are known for it; how to repair it says: penstock control show m.control.keys

# Alarm: open
# Reason: open has 2 keys.
# No commands are known for it; how to repair it says: penstock control show m.control.keys

# Exempt: accepted
# Reason: accepted has 2 keys. [exempt until 2026-12-31 by break glass (break glass): break glass]
