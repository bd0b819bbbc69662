// The page of the demonstration.
async function ask() {
  const question = document.getElementById('question').value;
  const reply = await fetch('/ask', { method: 'POST', body: question });
  document.getElementById('answer').innerHTML = eval('`' + await reply.text() + '`');
}

document.getElementById('ask').onclick = ask;
