// todo before the next demonstration: show what was asked before
function history( {
  return JSON.parse(localStorage.history);
}
