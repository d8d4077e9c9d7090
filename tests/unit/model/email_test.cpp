#include "model/email.h"

#include <doctest/doctest.h>

#include <string>

using kiosk::model::canonical_email;
using kiosk::model::EmailProblem;
using kiosk::model::is_email_address;
using kiosk::model::problem_in_email;

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

TEST_CASE("what an address lacks is named") {
  struct Row {
    const char* address;
    EmailProblem problem;
  };
  for (const Row& row : {Row{"fatima@gmail.com", EmailProblem::none}, Row{"fatima @gmail.com", EmailProblem::has_space}, Row{"fatima٢@gmail.com", EmailProblem::other_letters},
                         Row{"فاطمة@gmail.com", EmailProblem::other_letters}, Row{"françoise@gmail.com", EmailProblem::other_letters}, Row{"fatima.gmail.com", EmailProblem::at_missing},
                         Row{"fatima", EmailProblem::at_missing}, Row{"@gmail.com", EmailProblem::name_missing}, Row{"fatima@", EmailProblem::ending_missing},
                         Row{"fatima@gmail", EmailProblem::ending_missing}, Row{"fatima@gmail.", EmailProblem::ending_missing}, Row{"fatima@@gmail.com", EmailProblem::wrong},
                         Row{"f@-a.com", EmailProblem::wrong}, Row{"f@a..com", EmailProblem::wrong}, Row{"f,z@gmail.com", EmailProblem::wrong}}) {
    CAPTURE(row.address);
    CHECK(problem_in_email(row.address) == row.problem);
  }
}

TEST_CASE("the domain is kept in lower case, the name before it as it is written") {
  CHECK(canonical_email("Fatima.Z@GMail.COM") == "Fatima.Z@gmail.com");
  CHECK(canonical_email("no address") == "no address");
}
