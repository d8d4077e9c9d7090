#include "cli/cli.h"

#ifdef KIOSK_SANITIZE
// A library that was unloaded cannot be named by LeakSanitizer, so what it left would not be told from what is ours (tests/lsan.supp).
extern "C" int dlclose(void*) { return 0; }
#endif

int main(int argc, char** argv) { return kiosk::cli::run(argc, argv); }
