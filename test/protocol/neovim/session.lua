-- A session with Neovim's own language client: opens a file, and writes down what the server says of it.
-- The user's init.lua starts the client. Arguments by environment: EVIDENCE_FILE, the file. Neovim 0.7 and later.

local patience = 30000

local function say(title, text)
  io.stdout:write('== ' .. title .. '\n' .. text .. '\n')
end

local function wait(what, condition)
  if not vim.wait(patience, condition, 20) then
    say('WAITED IN VAIN', what)
    vim.cmd('cquit! 1')
  end
end

-- Neovim 0.7 keeps it elsewhere than later versions.
local function codeOf(diagnostic)
  return diagnostic.code or diagnostic.user_data.lsp.code
end

local function main()
  vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.EVIDENCE_FILE))
  local buffer = vim.api.nvim_get_current_buf()
  local client
  wait('the client that init.lua starts', function()
    client = (vim.lsp.get_clients or vim.lsp.get_active_clients)()[1]
    return client ~= nil and vim.lsp.buf_is_attached(buffer, client.id)
  end)
  local id = client.id
  -- No test looks at the clock.
  local settings = { evidencePortfolio = { today = '2026-11-21' } }
  client.config.settings = settings
  client.settings = settings
  client.notify('workspace/didChangeConfiguration', { settings = settings })

  local function diagnostics()
    return vim.diagnostic.get(buffer)
  end

  local function report(title)
    local lines = {}
    for _, found in ipairs(diagnostics()) do
      table.insert(
        lines,
        string.format('%d:%d-%d %s: %s', found.lnum, found.col, found.end_col, codeOf(found), found.message)
      )
    end
    say(title, #lines > 0 and table.concat(lines, '\n') or 'none')
  end

  local function request(method, params)
    local answer
    vim.lsp.get_client_by_id(id).request(method, params, function(err, result)
      answer = { err = err, result = result }
    end, buffer)
    wait(method, function()
      return answer ~= nil
    end)
    if answer.err then
      say('ERROR', method .. ': ' .. vim.inspect(answer.err))
    end
    return answer.result
  end

  wait('diagnostics', function()
    return #diagnostics() > 0
  end)
  report('diagnostics')

  local mistyped = diagnostics()[1]
  local position = { line = mistyped.lnum, character = mistyped.col + 4 }
  local here = { textDocument = vim.lsp.util.make_text_document_params(), position = position }

  local labels = {}
  local list = request('textDocument/completion', here)
  for _, item in ipairs(list.items) do
    table.insert(labels, item.label)
  end
  say('completion', table.concat(labels, '\n'))
  local resolved = request('completionItem/resolve', list.items[#list.items])
  say('documentation', vim.split(resolved.documentation.value, '\n')[1])

  local actions = request('textDocument/codeAction', {
    textDocument = here.textDocument,
    range = { start = position, ['end'] = position },
    context = { diagnostics = { {
      range = {
        start = { line = mistyped.lnum, character = mistyped.col },
        ['end'] = { line = mistyped.end_lnum, character = mistyped.end_col },
      },
      severity = mistyped.severity,
      message = mistyped.message,
      source = mistyped.source,
      code = codeOf(mistyped),
      data = mistyped.user_data.lsp.data,
    } } },
  })
  local titles = {}
  for _, action in ipairs(actions) do
    table.insert(titles, action.title)
  end
  say('code actions', table.concat(titles, '\n'))

  vim.lsp.util.apply_workspace_edit(actions[1].edit, 'utf-16')
  wait('no diagnostics', function()
    return #diagnostics() == 0
  end)
  report('diagnostics after the fix')
  say('line', vim.api.nvim_buf_get_lines(buffer, position.line, position.line + 1, false)[1])

  local hover = request('textDocument/hover', here)
  say('hover', vim.split(hover.contents.value, '\n')[3])

  vim.lsp.stop_client(id)
  wait('the end of the server', function()
    return vim.lsp.get_client_by_id(id) == nil or vim.lsp.client_is_stopped(id)
  end)
  say('end', 'stopped')
  vim.cmd('qall!')
end

local ok, message = pcall(main)
if not ok then
  say('ERROR', tostring(message))
  vim.cmd('cquit! 1')
end
