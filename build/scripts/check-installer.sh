#!/usr/bin/env bash
# Promises 18 and 39 on the installer's text: it never deletes recursively,
# never touches the data folder, needs no administrator and no internet, and
# looks at how the web view's own installer ended.
set -euo pipefail
cd "$(dirname "$0")/../.."
script=build/windows/installer/installer.nsi
code=$(sed 's/^[[:space:]]*;.*//' "$script")

refuse() { if grep -nEi "$1" <<<"$code"; then echo "$script: $2" >&2; exit 1; fi; }
demand() { grep -qE "$1" <<<"$code" || { echo "$script: $2" >&2; exit 1; }; }

refuse 'RMDir[[:space:]]+/r' 'deletes a folder with everything in it'
refuse '(Delete|RMDir|SetOutPath|File|Rename|CopyFiles|WriteUninstaller)[^"]*"?[^"]*CauNoiDuLieu' 'touches the data folder'
refuse 'RequestExecutionLevel[[:space:]]+(admin|highest)' 'asks for administrator rights'
refuse 'HKLM.*Write|Write[A-Za-z]*[[:space:]]+HKLM' 'writes machine-wide registry keys'
refuse 'inetc|NSISdl|https?://' 'downloads something'
refuse '\$APPDATA' 'uses the roaming profile'
demand 'RequestExecutionLevel user' 'must install for one user'
demand "ExecWait '\"\\\$EXEDIR\\\\\\$\{WEBVIEW_SETUP\}\" /silent /install' \\\$1" 'must keep the exit code of the web view installer'
demand 'MUI_LANGUAGE "Vietnamese"' 'must speak Vietnamese'
