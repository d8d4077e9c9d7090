// The source that the precompiled header is made beside.
#include "precompiled.h"
