// The process keeps a visitor's words to itself: no core dump holds its memory, and what is freed is zeroed first, whoever frees it (the
// executable's own free and realloc serve every library; sanitizer builds bring others). Call once, before any thread begins, in every process that sees
// personal data.
#pragma once

namespace kiosk::app {

void keep_memory_private();

}  // namespace kiosk::app
