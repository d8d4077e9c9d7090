// Whether a text is an e-mail address as web forms understand it (HTML Living Standard, "valid e-mail address"), with a dot in the domain:
// a family's address has one. Pure.
#pragma once

#include <string_view>

namespace kiosk::model {

bool is_email_address(std::string_view text);

}  // namespace kiosk::model
