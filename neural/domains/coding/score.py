METRICS={}
def score(): pass
def verify(): pass
