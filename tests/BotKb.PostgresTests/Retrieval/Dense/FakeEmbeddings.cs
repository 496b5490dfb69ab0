using BotKb.Retrieval.Dense;

namespace BotKb.PostgresTests.Retrieval.Dense;

/// <summary>Settings that name one model or another; models are opened again by their key.</summary>
internal sealed class FakeEmbeddings(FakeEmbeddingModel? configured) : IEmbeddingModels
{
    private readonly Dictionary<string, FakeEmbeddingModel> _known = [];
    private FakeEmbeddingModel? _configured = configured;

    public FakeEmbeddingModel? Model
    {
        get => _configured;
        set
        {
            Remember(_configured);
            _configured = value;
        }
    }

    IEmbeddingModel? IEmbeddingModels.Configured => _configured;

    public IEmbeddingModel? Reopen(string settings) => _known.GetValueOrDefault(settings);

    private void Remember(FakeEmbeddingModel? model)
    {
        if (model is not null)
        {
            _known[model.Settings] = model;
        }
    }
}
