#include "model/email.h"

#include <doctest/doctest.h>

#include <string>

using kiosk::model::is_email_address;

TEST_CASE("addresses that families have are addresses") {
  for (const char* address : {"fatima@gmail.com", "f.z-2+isat@menara.ma", "A_B@institut.ac.ma", "x@a.b"}) {
    CAPTURE(address);
    CHECK(is_email_address(address));
  }
}

TEST_CASE("what could never be delivered is no address") {
  for (const std::string& address : {std::string(), std::string("fatima"), std::string("@gmail.com"), std::string("fatima@"), std::string("fatima@gmail"),
                                     std::string("fatima@@gmail.com"), std::string("fa tima@gmail.com"), std::string("f@-a.com"), std::string("f@a..com"),
                                     std::string("فاطمة@gmail.com"), std::string(300, 'a') + "@gmail.com"}) {
    CHECK_FALSE(is_email_address(address));
  }
}
