# The manual page of a tool, as mdoc, out of what it says of itself (--experimental-dump-help).
# Arguments: date, the day of the manual; other, the pages that the last section names.

# Text that roff takes as it stands, a sentence a line.
def plain:
  gsub("\\\\"; "\\e") | gsub("(?<end>[.!?]) (?<next>[A-Z])"; "\(.end)\n\(.next)")
  | split("\n")[] | sub("^(?<first>[.'])"; "\\&\(.first)");

# A line of shell: quotes and dashes are to be copied, not set.
def literal: gsub("\\\\"; "\\e") | gsub("'"; "\\(aq") | gsub("`"; "\\(ga") | gsub("-"; "\\-");

def sentence: if test("[.:!?)]$") then . else . + "." end;

def flag: "Fl " + (if .kind == "long" then "\\-" else "" end) + (.name | gsub("-"; "\\-"));
def value: if .kind == "option" then " Ar \(.valueName)" else "" end;
def positional: "Ar \(.valueName)" + (if .isRepeating then " ..." else "" end);

# What is said of every tool, in one place: help and version are in each.
def shown: [.arguments[]? | select(.shouldDisplay and (.valueName | IN("help", "version") | not))];

def synopsis($name; $isShort):
  ".Nm \($name)",
  (shown | if $isShort then map(select(.kind == "positional")) else . end | .[]
   | if .kind == "positional" then (if .isOptional then ".Op " else "." end) + positional
     else ".Op \(.preferredName | flag)\(value)\(if .isRepeating then " ..." else "" end)" end),
  if $isShort then ".Op Ar option ..." else empty end;

# The part of the discussion that holds the examples, and the rest.
def paragraphs: (.discussion // "") | split("\n\n");
def examples:
  [paragraphs[] | select(startswith("EXAMPLES\n")) | split("\n")[1:][] | sub("^  "; "")];
def prose: [paragraphs[] | select(startswith("EXAMPLES\n") | not)];

def options:
  (shown | if length > 0 then
    ".Bl -tag -width Ds",
    (.[]
     | (if .kind == "positional" then ".It \(positional)"
        else ".It " + (.value = value | .value as $value
          | [.names | sort_by(.kind == "long" | not)[] | flag + $value] | join(" , ")) end),
       (.abstract // "" | sentence | plain),
       (if (.allValues // []) != [] then
          "One of", ".Li " + (.allValues | join(" , ")) + " ." else empty end),
       (if .defaultValue then "The default is", ".Li \(.defaultValue | plain) ." else empty end)),
    ".El"
   else empty end);

def commands: [.subcommands[]? | select(.shouldDisplay and .commandName != "help")];

.command as $tool
| $tool.commandName as $name
| ".\\\" Made by man/generate.sh from \($name) itself: change the tool and make it again.",
  ".Dd \($date)",
  ".Dt \($name | ascii_upcase) 1",
  ".Os \"Coach Up\"",
  ".Sh NAME",
  ".Nm \($name)",
  ".Nd " + ($tool.abstract | sub("\\.$"; "") | (.[:1] | ascii_downcase) + .[1:]),
  ".Sh SYNOPSIS",
  ($tool | if commands == [] then synopsis($name; false)
           else commands[] | synopsis("\($name) \(.commandName)"; true) end),
  ".Sh DESCRIPTION",
  ($tool.abstract | plain),
  ($tool | prose[] | ".Pp", (gsub("\\s+"; " ") | plain)),
  ($tool | shown as $shown | if $shown == [] then empty else ".Pp", "The options are:", options end),
  ($tool | commands[]
   | ".Ss \($name) \(.commandName)",
     (.abstract | plain),
     (if .commandName == $tool.defaultSubcommand then "This is what is done by default." else empty end),
     (prose[] | ".Pp", (gsub("\\s+"; " ") | plain)),
     (shown as $shown | if $shown == [] then empty else options end)),
  ".Pp",
  "With", ".Fl \\-help", "and", ".Fl \\-version", "a tool says what it is, and exits 0.",
  ".Sh ENVIRONMENT",
  "See", ".Xr coach 7 .",
  ".Sh EXIT STATUS",
  "0 if all was done, 65 if some of the input was rejected; the others are in", ".Xr coach-jsonl 5 .",
  ".Sh EXAMPLES",
  ".Bd -literal -offset indent",
  # A line that ends with a bar goes on in the next one.
  (reduce ($tool | examples[], (commands[] | examples[])) as $line
     ({lines: [], isOpen: false};
      .lines += [(if .isOpen then "" else "$ " end) + ($line | literal)]
      | .isOpen = ($line | test("[|\\\\]$")))
   | .lines[]),
  ".Ed",
  ".Sh SEE ALSO",
  ($other | split(" ") | map(select(. != $name)) | map(".Xr \(.) 1 ,")[]),
  ".Xr coach\\-jsonl 5 ,",
  ".Xr coach 7"
