#!/bin/sh
# One part of the product, alone: server or jobs. The server prepares the database first: migrations, the first admin, templates.
set -e
cd "$(dirname "$0")/.."
if [ "$1" = server ]; then node scripts/start.ts prepare; fi
exec node scripts/start.ts "$1"
