// What is shown when there is no content that passed: a calm page that sends the family to the desk. Never a black screen.
#pragma once

#include "content/content.h"

namespace kiosk::app {

content::Content desk_page();

}  // namespace kiosk::app
