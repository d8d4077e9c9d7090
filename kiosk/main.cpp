#include "cli/cli.h"

int main(int argc, char** argv) { return kiosk::cli::run(argc, argv); }
