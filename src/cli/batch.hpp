// Many mails on all cores, told in the order they came.
#pragma once

#include <functional>

#include "inputs.hpp"
#include "output.hpp"

namespace dsk::cli {

// What came of one mail: a piece of output, or a complaint with its exit status.
struct Outcome {
  Piece piece;
  std::string complaint;
  int mistake = 0;
};

// Calls `work` for every mail, on several threads where there are many, and `tell` for every
// outcome, on this one, in order. At most a few mails are held at a time. With `progress`, a line
// on standard error says how far it is.
void for_each_mail(Inputs& inputs, const std::function<Outcome(Input&)>& work,
                   const std::function<void(Outcome&&)>& tell, bool progress);

// Does `work`, which is about `label`. What goes wrong is told and its exit status returned, so
// that others can go on.
int guarded(const std::string& label, const std::function<void()>& work);

// `work` for each mail of `inputs` in turn, guarded. The worst exit status.
int for_each_in_turn(Inputs& inputs, const std::function<void(const Input&)>& work);

}  // namespace dsk::cli
