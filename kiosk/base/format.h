// The one formatter: fmt. No streams, no printf.
#pragma once

#include <fmt/format.h>
