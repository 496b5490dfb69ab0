using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BotKb.Simulators.OpenAi;

/// <summary>A server of chat completions and embeddings with a script instead of a model. See the README of this folder. Safe for concurrent use.</summary>
public sealed class OpenAiSimulator : IAsyncDisposable
{
    private const int BodiesKept = 500;
    private readonly WebApplication _app;
    private readonly TimeProvider _time = TimeProvider.System;
    private readonly Lock _lock = new();
    private readonly List<(OpenAiFault Fault, int Left)> _faults = [];
    private readonly ConcurrentQueue<string> _texts = new();
    private readonly List<OpenAiCall> _calls = [];
    private OpenAiScript _script = new();

    private OpenAiSimulator(WebApplication app) => _app = app;

    /// <summary>The address to set as <c>Models:NAME:Endpoint</c>, ending in /v1.</summary>
    public Uri Endpoint { get; private set; } = new("http://127.0.0.1/v1");

    /// <summary>The calls since the start or the reset, oldest first.</summary>
    public IReadOnlyList<OpenAiCall> Calls
    {
        get
        {
            lock (_lock)
            {
                return [.. _calls];
            }
        }
    }

    /// <summary>Starts on 127.0.0.1; port 0 takes a free one.</summary>
    public static async Task<OpenAiSimulator> StartAsync(int port, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        var simulator = new OpenAiSimulator(app);
        simulator.Map();
        await app.StartAsync(cancellationToken);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        simulator.Endpoint = new Uri(new Uri(address), "/v1");
        return simulator;
    }

    /// <summary>Sets how the model answers from now on.</summary>
    public void Play(OpenAiScript script)
    {
        _texts.Clear();
        foreach (var text in script.Texts)
        {
            _texts.Enqueue(text);
        }

        _script = script;
    }

    /// <summary>Makes the next calls that match fail.</summary>
    public void Fail(OpenAiFault fault)
    {
        if (!OpenAiFault.Known.Contains(fault.Fault) && !(int.TryParse(fault.Fault, out var status) && status is >= 400 and < 600))
        {
            throw new ArgumentException($"Unknown fault '{fault.Fault}': use an HTTP status from 400 or one of {string.Join(", ", OpenAiFault.Known)}.", nameof(fault));
        }

        lock (_lock)
        {
            _faults.Add((fault, fault.Times == 0 ? int.MaxValue : fault.Times));
        }
    }

    /// <summary>Forgets script, faults and calls.</summary>
    public void Reset()
    {
        Play(new OpenAiScript());
        lock (_lock)
        {
            _faults.Clear();
            _calls.Clear();
        }
    }

    /// <summary>Stops the server; open streams are cut.</summary>
    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private void Map()
    {
        _app.MapPost("/v1/chat/completions", CompleteAsync);
        foreach (var dialect in new[] { EmbeddingDialect.OpenAi, EmbeddingDialect.Tei, EmbeddingDialect.Ollama })
        {
            _app.MapPost(dialect.Path, (HttpContext context, JsonObject body) => EmbedAsync(context, body, dialect));
        }

        _app.MapPost("/_control/script", (OpenAiScript script) => Play(script));
        _app.MapPost("/_control/faults", AddFault);
        _app.MapPost("/_control/reset", Reset);
        _app.MapGet("/_control/calls", () => Calls);
    }

    private IResult AddFault(OpenAiFault fault)
    {
        try
        {
            Fail(fault);
            return Results.Ok();
        }
        catch (ArgumentException exception)
        {
            return Results.BadRequest(exception.Message);
        }
    }

    private Task CompleteAsync(HttpContext context, JsonObject body)
    {
        var script = _script;
        return AnswerAsync(context, body, (call, fault) =>
        {
            var text = _texts.TryDequeue(out var next) ? next : script.Text ?? PassageAnswer.Of(body);
            return new CompletionWriter(context, call, script, text, fault, _time).WriteAsync();
        });
    }

    private Task EmbedAsync(HttpContext context, JsonObject body, EmbeddingDialect dialect)
    {
        var script = _script;
        return AnswerAsync(context, body, (call, fault) => new EmbeddingWriter(context, call, dialect, script, fault, _time).WriteAsync());
    }

    private async Task AnswerAsync(HttpContext context, JsonObject body, Func<OpenAiCall, OpenAiFault?, Task> write)
    {
        var fault = TakeFault(context.Request.Path + body.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        var call = Note(context, body, fault);
        using var closing = context.RequestAborted.Register(() =>
        {
            if (call.DoneAt is null && fault?.Fault != "cut")
            {
                call.Close();
            }
        });
        try
        {
            if (fault is not null && OpenAiErrors.Answers(fault))
            {
                await OpenAiErrors.WriteAsync(context, fault, _time);
                return;
            }

            await write(call, fault);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client is gone; the call says so.
        }
    }

    private OpenAiCall Note(HttpContext context, JsonObject body, OpenAiFault? fault)
    {
        lock (_lock)
        {
            var call = new OpenAiCall
            {
                Number = _calls.Count + 1,
                Path = context.Request.Path,
                At = _time.GetUtcNow(),
                Fault = fault?.Fault,
                Headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
                Body = body,
            };
            _calls.Add(call);
            ForgetTexts();
            return call;
        }
    }

    // Somebody may have a hundred thousand texts embedded by hand.
    private void ForgetTexts()
    {
        var old = _calls.Count - 1 - BodiesKept;
        if (old >= 0 && _calls[old].Path != "/v1/chat/completions")
        {
            _calls[old] = _calls[old] with { Body = [] };
        }
    }

    private OpenAiFault? TakeFault(string request)
    {
        lock (_lock)
        {
            var at = _faults.FindIndex(open => request.Contains(open.Fault.Match, StringComparison.Ordinal));
            if (at < 0)
            {
                return null;
            }

            var (fault, left) = _faults[at];
            _faults[at] = (fault, left - 1);
            if (left == 1)
            {
                _faults.RemoveAt(at);
            }

            return fault;
        }
    }
}
