// The command line: a table of verbs, each a few lines that hand over to `app`. Exit 0 success, 1 the thing asked for did not succeed or
// the thing checked is wrong, 2 wrong usage.
#pragma once

namespace kiosk::cli {

int run(int argc, char** argv);

}  // namespace kiosk::cli
