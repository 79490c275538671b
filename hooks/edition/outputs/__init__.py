"""What a build leaves beside the pages."""
