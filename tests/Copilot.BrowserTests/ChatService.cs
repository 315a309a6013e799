using Copilot.Testing.Service;
using Microsoft.Playwright;
using Xunit;

namespace Copilot.BrowserTests;

/// <summary>One service with its practice company, and one browser, for all tests here.</summary>
public class ChatService : IAsyncLifetime
{
    private readonly TemporaryFolder _data = new();
    private CopilotProcess? _service;
    private IPlaywright? _playwright;

    /// <summary>Gets where the chat is.</summary>
    public Uri Address => _service!.Address;

    /// <summary>Gets the browser.</summary>
    internal IBrowser Browser { get; private set; } = null!;

    /// <inheritdoc/>
    public virtual async Task InitializeAsync()
    {
        if (Chromium.MissingBecause() is not null)
        {
            return;
        }

        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        _service = await CopilotProcess.ServeAsync(ProgramIn(_data.Path), limit.Token);
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium.Path,
            Headless = true,

            // Test machines run as root in containers, where Chromium's own sandbox can't start.
            Args = ["--no-sandbox", "--lang=en-GB"],
        });
    }

    /// <inheritdoc/>
    public virtual async Task DisposeAsync()
    {
        if (Browser is not null)
        {
            await Browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_service is not null)
        {
            await _service.DisposeAsync();
        }

        _data.Dispose();
    }

    /// <summary>Says which service is started.</summary>
    /// <param name="folder">A folder of its own, gone afterwards.</param>
    protected virtual CopilotProgram ProgramIn(string folder) => CopilotProgram.WithPracticeCompany(folder);
}
